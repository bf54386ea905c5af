package org.paptracker.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.paptracker.platform.http.AccessLog;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leaves with the request who sent it, for the access log: when that is written, nobody is signed in any more. */
public final class CallerNote extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = WhoIsAsking.of(SecurityContextHolder.getContext().getAuthentication());
        request.setAttribute(AccessLog.CALLER, caller.name());
        request.setAttribute(AccessLog.ROLE, caller.role().name());
        chain.doFilter(request, response);
    }
}
