// Last: everything is listening, so the address may speak.
fillTable();
restore();
syncControls();
