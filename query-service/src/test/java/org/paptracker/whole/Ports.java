package org.paptracker.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports that stay free while what listens there is killed and started again. Each process of tests has a range of its
 * own: another one must not take a port between the moment it is found free and the moment somebody listens there.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int RANGES = 100;
    private static final int RANGE = 70;

    private static final int START = FIRST + (int) (ProcessHandle.current().pid() % RANGES) * RANGE;
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private Ports() {}

    /** Below those that this machine gives to outgoing connections and 27018, which {@code ./run} has by itself. */
    static List<Integer> free(int count) {
        return IntStream.generate(() -> START + TAKEN.getAndIncrement() % RANGE)
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
