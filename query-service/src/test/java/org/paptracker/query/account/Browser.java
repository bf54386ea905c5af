package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keeps cookies, sends forms, and follows redirects only when told to. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int[] ports;
    private int asked;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param ports of services that take turns, as behind a proxy that knows no sessions */
    Browser(int... ports) {
        this.ports = ports;
    }

    /** What is asked of one of the services may be asked of any. */
    private URI address(String address) {
        URI uri = URI.create("http://127.0.0.1:" + ports[0]).resolve(address);
        if (IntStream.of(ports).noneMatch(port -> port == uri.getPort())) return uri;
        int next = ports[asked++ % ports.length];
        return URI.create(uri.toString().replaceFirst(":" + uri.getPort(), ":" + next));
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(address));
        if (headers.length > 0) request.headers(headers);
        return send(request.header("Accept", "text/html").build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Goes on from redirect to redirect until there is a page. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> at = answer;
        for (int hops = 0; at.statusCode() == 302; hops++) {
            assertThat(hops).as("redirects without end: " + at.uri()).isLessThan(10);
            at = get(at.uri().resolve(location(at)).toString());
        }
        return at;
    }

    HttpResponse<String> signIn(String name, String password) {
        String token = token(get("/sign-in"));
        return post("/sign-in", Map.of("name", name, "password", password, "_csrf", token));
    }

    static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    String session() {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals("pap_session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
