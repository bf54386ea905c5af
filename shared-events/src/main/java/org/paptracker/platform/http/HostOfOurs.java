package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whatever below builds an address of this service builds it from {@link PublicAddress}, not from the sender's words. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after the sender's words were judged: OwnSiteOnly
class HostOfOurs extends OncePerRequestFilter {
    private final PublicAddress address;

    HostOfOurs(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new At(request, address.toTell(request)), response);
    }

    private static final class At extends HttpServletRequestWrapper {
        private final PublicAddress.Origin origin;

        At(HttpServletRequest request, PublicAddress.Origin origin) {
            super(request);
            this.origin = origin;
        }

        @Override
        public String getScheme() {
            return origin.scheme();
        }

        @Override
        public boolean isSecure() {
            return super.isSecure() || origin.scheme().equals("https");
        }

        @Override
        public String getServerName() {
            return origin.host();
        }

        @Override
        public int getServerPort() {
            return origin.port();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(origin.toString()).append(getRequestURI());
        }
    }
}
