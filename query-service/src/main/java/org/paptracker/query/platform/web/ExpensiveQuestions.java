package org.paptracker.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.paptracker.platform.rates.Cost;
import org.springframework.stereotype.Component;

/** What reads much of the history, or counts it anew, for one answer. */
@Component
class ExpensiveQuestions implements Cost {
    private static final String VERIFICATION = "/api/v1/audit/verification";

    private static final Pattern PATHS =
            Pattern.compile("/api/v1/(audit/export.*|plans/[^/]*/(changes|reports/.*|stocktakes/.*/pack))");

    @Override
    public int of(HttpServletRequest request) {
        boolean verifies =
                request.getMethod().equals("POST") && request.getServletPath().equals(VERIFICATION);
        boolean expensive = verifies
                || PATHS.matcher(request.getServletPath()).matches()
                || request.getParameter("knownAt") != null
                || request.getParameter("effectiveAt") != null;
        return expensive ? EXPENSIVE : 0;
    }
}
