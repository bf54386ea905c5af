package org.paptracker.command.planted.one;

import org.paptracker.command.planted.two.Private;

record Nosy(Private business) {}
