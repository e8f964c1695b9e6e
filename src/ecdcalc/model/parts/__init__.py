"""Parts that processes are composed of: carriers, emissions, constants of nature."""
