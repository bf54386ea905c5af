package org.paptracker.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the services and their store, and does to what they say what a network can do. */
final class Proxy implements AutoCloseable {
    private static final long DELAY_MS = 100;

    /** What becomes of what is said. */
    enum Mode {
        PASS,
        /** It is held back, and only goes on when the mode changes: perhaps long after anybody waits for it. */
        HANG,
        /** Connections are reset, and so are new ones. */
        RESET,
        /** It comes late, each time. */
        DELAY,
        /** Half of a message comes through; then the connection is reset. */
        CUT
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Mode mode = Mode.PASS;

    Proxy(int port, int target) throws IOException {
        door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        this.target = target;
        threads.execute(this::accept);
    }

    synchronized void set(Mode next) {
        mode = next;
        if (next == Mode.RESET) open.forEach(Proxy::reset);
        notifyAll();
    }

    /** Connections of the services. */
    int connections() {
        return open.size() / 2;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // it is closed
            }
        }
    }

    private void connect(Socket client) {
        if (mode == Mode.RESET) {
            reset(client);
            return;
        }
        try {
            Socket store = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            store.setTcpNoDelay(true);
            open.add(client);
            open.add(store);
            threads.execute(() -> pump(client, store));
            threads.execute(() -> pump(store, client));
        } catch (IOException e) { // the store is dead
            reset(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                Mode now = mode();
                if (now == Mode.DELAY) Thread.sleep(DELAY_MS); // what is delayed is this
                out.write(buffer, 0, now == Mode.CUT ? length / 2 : length);
                if (now == Mode.CUT) break;
            }
        } catch (IOException | InterruptedException e) {
            // broken off
        } finally {
            reset(from);
            reset(to);
            open.remove(from);
            open.remove(to);
        }
    }

    /** The mode of the moment, once it is not to hang. */
    private synchronized Mode mode() throws InterruptedException {
        while (mode == Mode.HANG) wait();
        return mode;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Proxy::reset);
        threads.shutdownNow();
    }
}
