package org.paptracker.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A request, byte for byte: Java's own client would refuse to send most of these.
 *
 * @param target path and query as they stand in the first line
 * @param headers lines of the head, but for those that every request has
 * @param bytes of the body, a character each (ISO 8859-1)
 */
record Shot(long number, int port, String method, String target, List<String> headers, String bytes) {
    private static final int PATIENCE = 30_000;

    /**
     * @param status 0 if the connection was closed without an answer
     * @param head in lower case
     */
    record Answer(int status, String head, String body, long milliseconds) {}

    static String login(String user, String password) {
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
    }

    /** The same, sent by somebody else. */
    Shot as(String user, String password) {
        List<String> others = headers.stream()
                .map(line -> line.startsWith("Authorization: ") ? login(user, password) : line)
                .toList();
        return new Shot(number, port, method, target, others, bytes);
    }

    Answer fire() throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            send(socket.getOutputStream());
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // Cut off while it sent or read: what came by then is the answer.
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        return parsed(answer.toString(StandardCharsets.UTF_8), took);
    }

    private void send(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (!has("host:")) head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        for (String header : headers) head.append(header).append("\r\n");
        if (!has("connection:")) head.append("Connection: close\r\n");
        if (!bytes.isEmpty() || method.startsWith("P")) {
            head.append("Content-Length: ").append(bytes.length()).append("\r\n");
        }
        out.write(head.append("\r\n").append(bytes).toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private boolean has(String name) {
        return headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(name));
    }

    private static Answer parsed(String answer, long took) {
        String rest = answer;
        while (rest.startsWith("HTTP/1.1 1")) rest = rest.substring(rest.indexOf("\r\n\r\n") + 4); // go on
        int end = rest.indexOf("\r\n\r\n");
        if (!rest.startsWith("HTTP/1.1 ") || end < 0) return new Answer(0, "", answer, took);
        return new Answer(
                Integer.parseInt(rest.substring(9, 12)),
                rest.substring(0, end).toLowerCase(Locale.ROOT),
                rest.substring(end + 4),
                took);
    }

    /** To send it again by hand. */
    @Override
    public String toString() {
        String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return "#%d :%d %s %s %s %s"
                .formatted(number, port, method, shortened(target), shortened(headers.toString()), shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "… (" + text.length() + ")" : text;
    }
}
