package org.paptracker.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What holds for every answer, also for those of the server itself to what no filter gets to see. */
@Component
class EveryAnswer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** As for data, which no browser has reason to show. Pages allow themselves a little more. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new AccessLog(), new Headers());
    }

    private static final class Headers extends ValveBase {
        Headers() {
            super(true); // answers that are written by another thread pass too
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            HEADERS.forEach(response::setHeader);
            getNext().invoke(request, response);
        }
    }
}
