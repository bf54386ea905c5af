package org.paptracker.command.platform.dataset;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the endpoints answered to a line: its status, and the code of the rule that it broke. Headers go nowhere. */
final class LineAnswer extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = SC_OK;

    LineAnswer() {
        super(Unasked.of(HttpServletResponse.class));
    }

    boolean isRefusal() {
        return status >= 300;
    }

    /** Status and code, as in {@code 409 plan.not-approved}. */
    String words() {
        return status + " " + code();
    }

    private String code() {
        return field("code");
    }

    /** A text of the answer; empty if it has none. */
    String field(String name) {
        try {
            return JsonMapper.shared()
                    .readTree(body.toString(StandardCharsets.UTF_8))
                    .path(name)
                    .asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status, String message) {
        this.status = status;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return List.of();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("It can always be written to");
            }
        };
    }
}
