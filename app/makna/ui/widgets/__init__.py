"""Small widgets that know nothing of the project: values go in, signals come out."""
