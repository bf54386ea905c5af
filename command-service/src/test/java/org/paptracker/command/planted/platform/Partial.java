package org.paptracker.command.planted.platform;

import org.paptracker.command.planted.two.Private;

record Partial(Private business) {}
