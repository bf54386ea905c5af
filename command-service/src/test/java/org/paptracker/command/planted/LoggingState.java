package org.paptracker.command.planted;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LoggingState {
    static final Object FOLD = new Object();
    private static final Logger LOG = LoggerFactory.getLogger(LoggingState.class);

    private LoggingState() {}

    static void step() {
        LOG.info("A fold says nothing");
    }
}
