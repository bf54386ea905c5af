package org.paptracker.platform.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Prints every failure that anybody logs as {@link SafeFailure}: logback-spring.xml. */
public final class SafeThrowables extends ExtendedWhitespaceThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy proxy) {
        return super.throwableProxyToString(
                proxy instanceof ThrowableProxy known
                        ? new ThrowableProxy(SafeFailure.of(known.getThrowable()))
                        : proxy);
    }
}
