package org.paptracker.platform.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Prints every failure that anybody logs as {@link Unquoted}: logback-spring.xml. */
public final class UnquotedThrowables extends ExtendedWhitespaceThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy proxy) {
        return super.throwableProxyToString(
                proxy instanceof ThrowableProxy known ? new ThrowableProxy(Unquoted.of(known.getThrowable())) : proxy);
    }
}
