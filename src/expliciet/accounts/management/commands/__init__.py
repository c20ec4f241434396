"""Commands for whoever keeps this running: `./expliciet manage NAME`."""
