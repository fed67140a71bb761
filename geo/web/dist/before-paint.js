document.documentElement.className="js early";setTimeout(()=>document.documentElement.classList.remove("early"),2e3);
