package org.paptracker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

class BodyFilterTest {
    private final List<Problem> problems = new ArrayList<>();
    private final HandlerExceptionResolver resolver = (request, response, handler, failure) -> {
        if (failure instanceof Refused refused) problems.add(refused.problem());
        return new ModelAndView();
    };

    private static ObjectProvider<BodyLimit> limits(BodyLimit... limits) {
        return new ObjectProvider<>() {
            @Override
            public Stream<BodyLimit> orderedStream() {
                return Stream.of(limits);
            }
        };
    }

    private BodyFilter filter(BodyLimit... limits) {
        return new BodyFilter(resolver, limits(limits), new Stopping(Duration.ZERO), Duration.ofMillis(200));
    }

    private static MockHttpServletRequest post(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/plans/p/imports");
        request.setContent(body);
        return request;
    }

    @Test
    void a_body_of_a_byte_now_and_then_is_not_waited_for() throws Exception {
        NowAndThen body = new NowAndThen();
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter().doFilter(slow(body), response, new MockFilterChain());
        assertThat(problems).extracting(Problem::code).containsExactly("request.too-slow");
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(body.sent).isBetween(1, 5); // a byte each 50 ms at the most, and 200 ms
    }

    @Test
    void a_service_that_stops_waits_for_no_further_part_of_a_body() throws Exception {
        Stopping stopping = new Stopping(Duration.ZERO);
        NowAndThen body = new NowAndThen();
        body.afterThree = stopping::begin;
        new BodyFilter(resolver, limits(), stopping, Duration.ofDays(1))
                .doFilter(slow(body), new MockHttpServletResponse(), new MockFilterChain());
        assertThat(problems).extracting(Problem::code).containsExactly("request.too-slow");
        assertThat(body.sent).isEqualTo(3);
    }

    private static MockHttpServletRequest slow(NowAndThen body) {
        return new MockHttpServletRequest("POST", "/") {
            @Override
            public ServletInputStream getInputStream() {
                return body;
            }
        };
    }

    @Test
    void a_compressed_body_is_refused_and_one_said_not_to_be_is_not() throws Exception {
        for (String encoding : List.of("gzip", "GZIP, br", "deflate")) {
            MockHttpServletRequest request = post(new byte[10]);
            request.addHeader("Content-Encoding", encoding);
            filter().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        }
        assertThat(problems).extracting(Problem::status).containsExactly(415, 415, 415);
        MockHttpServletRequest plain = post(new byte[10]);
        plain.addHeader("Content-Encoding", "identity");
        MockFilterChain chain = new MockFilterChain();
        filter().doFilter(plain, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void a_byte_too_many_is_too_many() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        filter().doFilter(post(new byte[BodyFilter.MOST_BYTES]), new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
        filter().doFilter(
                        post(new byte[BodyFilter.MOST_BYTES + 1]),
                        new MockHttpServletResponse(),
                        new MockFilterChain());
        assertThat(problems).extracting(Problem::code).containsExactly("request.too-large");
    }

    @Test
    void of_large_bodies_only_some_are_held_at_once() throws Exception {
        BodyFilter filter = filter(request -> 1_000_000);
        CountDownLatch inside = new CountDownLatch(3);
        CountDownLatch leave = new CountDownLatch(1);
        FilterChain waits = (request, response) -> {
            inside.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        ExecutorService callers = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            callers.execute(() -> {
                try {
                    filter.doFilter(post(new byte[500_000]), new MockHttpServletResponse(), waits);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        inside.await();
        filter.doFilter(post(new byte[500_000]), new MockHttpServletResponse(), new MockFilterChain());
        assertThat(problems).extracting(Problem::code).containsExactly("request.too-many");
        leave.countDown();
        callers.shutdown();
        assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(post(new byte[500_000]), new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    private static final class NowAndThen extends ServletInputStream {
        private int sent;
        private Runnable afterThree = () -> {};

        @Override
        public int read() {
            if (++sent == 3) afterThree.run();
            try {
                Thread.sleep(50); // a slow sender is what this is
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            target[offset] = (byte) read();
            return 1;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
