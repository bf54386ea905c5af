package org.paptracker.whole;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What nobody in their right mind would send, and what people do send by mistake. */
final class Oddities {
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n ",
            "\u0000",
            "a\u0000b",
            "a\u0007b",
            "a\u0085b",
            "a\u2028b",
            "\u202Etxet",
            "a\u2066b\u2069",
            "a\u200Fb",
            "a\u200Bb",
            "\uFEFFa",
            "a\u00ADb",
            "\u3164",
            "\u2800\u2800",
            "a\uDB40\uDC41\uDB40\uDC42", // tags
            "a\uDB40\uDD00b", // a variation selector
            "a\uE000b",
            "\uFFFE",
            "a\uD83F\uDFFFb", // a noncharacter of another plane
            "e\u0301",
            "\u1112\u1161\u11ab",
            "\u0130\u0131\u1E9E\uFB01",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\u2764\uFE0F",
            "\uD83D\uDE42".repeat(400),
            "a\u0301\u0301\u0301".repeat(90),
            "A".repeat(64),
            "A".repeat(65),
            "A".repeat(301),
            "A".repeat(5001),
            "A".repeat(70_000),
            "../../etc/passwd",
            "..",
            ".",
            "-",
            "/",
            "\\",
            "//",
            "a/b",
            "a/b/c",
            "a:b:c",
            "action:",
            ":",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "{{7*7}}",
            "%00",
            "%s%n%x",
            "'; DROP TABLE plans; --",
            "{\"$gt\": \"\"}",
            "$where",
            "a.b.$",
            "=cmd|' /C calc'!A0",
            "\r\nX-Planted: 1",
            "null",
            "true",
            "undefined",
            "[]",
            "{}",
            "NaN",
            "Infinity",
            "-0",
            "0",
            "-1",
            "1e999999999",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999999",
            "0x10",
            "\u0661\u0662",
            "2025-02-30",
            "0000-00-00",
            "0000-01-01",
            "1989-12-31",
            "9999-12-31",
            "0000",
            "9999-12-31",
            "999999999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "2025-Q9",
            "2025-Q4",
            "2025-13",
            "2025-W01",
            "9999",
            "2024-26AY",
            "9999-00AY",
            "2025-02-13T25:00:00Z",
            "2025-02-13T09:00:00",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "position:0",
            "position:-1",
            "position:99999999999999999999",
            "position:",
            "stocktake:",
            "stocktake:../x",
            "stocktake:2025-02",
            "T");

    /** As they would stand in a body. */
    static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null",
                            "true",
                            "false",
                            "0",
                            "-0",
                            "-0.0",
                            "-1",
                            "1e2",
                            "100.0",
                            "0.1",
                            "101",
                            "1e400",
                            "1e999999999",
                            "-1e999999999",
                            "1e-999999999",
                            "1e2147483648",
                            "9".repeat(49),
                            "9".repeat(401),
                            "0." + "0".repeat(60) + "1",
                            "0." + "3".repeat(2000),
                            "2147483647",
                            "2147483648",
                            "9223372036854775808",
                            "NaN",
                            "Infinity",
                            "01",
                            "+1",
                            ".5",
                            "1.",
                            "0x1",
                            "'x'",
                            "\"\\ud800\"",
                            "\"a\\udc00b\"",
                            "\"\\u0000\"",
                            "\"\\u202e\"",
                            "\"\\x41\"",
                            "\"unclosed",
                            "[]",
                            "{}",
                            "[[]]",
                            "[null]",
                            "[null, null]",
                            "[\"\", \"\"]",
                            "{\"\": 1}",
                            "{\"code\": \"A\", \"code\": \"B\"}",
                            "{\"" + "k".repeat(60_000) + "\": 1}",
                            "[".repeat(40) + "]".repeat(40),
                            "[".repeat(5000) + "]".repeat(5000),
                            "[".repeat(5000),
                            "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                            "[" + "0,".repeat(50_000) + "0]",
                            "[" + "\"PA1\",".repeat(1500) + "\"PA1\"]",
                            "[" + "{},".repeat(3000) + "{}]",
                            "/* a comment */ 1",
                            "{\"digest\": \"sha256:00\", \"text\": \"x\"}",
                            "{\"@class\": \"java.lang.Runtime\"}",
                            "[\"java.util.HashMap\", {}]"),
                    TEXTS.stream().map(Oddities::quoted))
            .toList();

    static final List<String> ACCEPTS = List.of(
            "*/*",
            "application/json",
            "text/csv",
            "text/html",
            "application/xml",
            "application/yaml",
            "application/x-ndjson",
            "image/png",
            "nonsense",
            "*/*;q=2",
            "a/b;".repeat(200),
            "application/json;charset=UTF-16",
            "",
            ";");

    static final List<String> TYPES = List.of(
            "application/json;charset=UTF-16",
            "application/json;charset=nope",
            "application/json; boundary=x; boundary=y",
            "application/yaml",
            "application/problem+json",
            "application/xml",
            "text/plain",
            "text/csv",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "*/*",
            "nonsense",
            "",
            "application/json;;;;");

    /** Lines of a request's head. */
    static final List<String> HEADERS = List.of(
            "If-Match: \"1\"",
            "If-Match: \"999999999999999999\"",
            "If-Match: \"99999999999999999999\"",
            "If-Match: *",
            "If-Match: W/\"1\"",
            "If-Match: 1\r\nIf-Match: 2",
            "If-Match: \"0\"\r\nIf-Match: \"1\"",
            "If-None-Match: *",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Thu, 01 Jan 9999 00:00:00 GMT",
            "Idempotency-Key: same-again",
            "Idempotency-Key: " + "k".repeat(201),
            "Idempotency-Key: " + "k".repeat(7000),
            "Idempotency-Key: a b",
            "Idempotency-Key:",
            "Idempotency-Key: \u00e9",
            "X-Source: Minutes of 3 March",
            "X-Source: " + "s".repeat(301),
            "X-Source: \u00e2\u0080\u00ae planted",
            "X-Source: \u00c3(",
            "X-Source: \u00f0\u009f\u0098\u0080",
            "X-Source: a\u0001b",
            "X-Source: a\u000bb",
            "X-Log-Position: 1",
            "X-Log-Position: 0",
            "X-Log-Position: -9223372036854775808",
            "X-Log-Position: 9223372036854775807",
            "X-Log-Position: 99999999999999999999",
            "X-Log-Position: one",
            "X-Log-Position:",
            "X-Log-Position: 1\r\nX-Log-Position: 2",
            "X-Request-Id: ${jndi:ldap://127.0.0.1/x}",
            "X-Request-Id: " + "r".repeat(500),
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 1.2.3.4, 5.6.7.8",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: gopher",
            "Forwarded: for=\"[::1]:99\";proto=x",
            "Guard-Override: none",
            "Guard-Override: ../..",
            "Range: bytes=0-1,5-,-1",
            "Range: bytes=9223372036854775808-",
            "Expect: 100-continue",
            "Expect: miracles",
            "Accept-Language: *;q=0, \u00e9",
            "Accept-Encoding: gzip, bogus;q=x",
            "Content-Encoding: gzip",
            "Content-Encoding: identity",
            "Content-Language: \u00ff",
            "Cookie: a=b; JSESSIONID=" + "c".repeat(3000),
            "Cookie: =;;;\"",
            "Origin: null",
            "Origin: https://evil.example\r\nAccess-Control-Request-Method: PUT",
            "Upgrade: h2c\r\nConnection: close, Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "X-" + "n".repeat(300) + ": 1",
            "X-Long: " + "v".repeat(12_000),
            "X-Many: 1\r\n".repeat(150) + "X-Last: 1",
            "No colon here",
            ": nameless",
            " folded: 1",
            "Bad\u0001Name: 1");

    /** Where a request goes to, percent-encoded or so it seems. */
    static final List<String> SEGMENTS = List.of(
            "%00",
            "%2f",
            "%2F..%2F",
            "%5c",
            "%2e%2e",
            "%2e",
            "..",
            ".",
            "",
            "%",
            "%zz",
            "%c0%af",
            "%ff",
            "%ed%a0%80",
            "%e2%80%ae",
            "%0d%0aX-Planted:1",
            "%3b",
            "x;jsessionid=1",
            ";a=b",
            "a|b",
            "{plan}",
            "a%20b",
            "a b",
            "\u00e9",
            "%u0041",
            "a".repeat(65),
            "a".repeat(3000),
            "*",
            "~",
            "%25%30%30",
            "A",
            "oxfordshire-pap.json",
            "oxfordshire-pap/");

    private Oddities() {}

    static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** In JSON, nothing escaped that need not be. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Somewhere in it, a byte or some are not what they were. */
    static byte[] damaged(byte[] body, Random random) {
        if (body.length == 0) return new byte[] {(byte) random.nextInt(256)};
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length));
            case 1 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            case 2 -> ("\uFEFF" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            case 3 -> Arrays.copyOf(body, 270_000);
            case 4 -> new byte[0];
            default -> {
                byte[] other = body.clone();
                for (int i = 0; i <= random.nextInt(3); i++)
                    other[random.nextInt(other.length)] = (byte) random.nextInt(256);
                yield other;
            }
        };
    }
}
