package org.paptracker.command.planted;

import org.springframework.http.HttpStatus;

record HttpState(HttpStatus status) {}
