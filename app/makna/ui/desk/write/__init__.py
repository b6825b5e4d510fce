"""The Write view: the author puts the thesis chapter together and sees it as it will be printed."""
