// Last: everything is listening, so the address may speak.
restore();
