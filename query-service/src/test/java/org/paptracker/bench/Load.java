package org.paptracker.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long something took each time, and how often a second it was done in each round. */
final class Load {
    /** What is measured: one request, say. */
    interface Work {
        /** @param client from 0, for those who must not get into each other's way */
        void run(int client) throws Exception;
    }

    /**
     * How long one round of one way is: until either is reached.
     *
     * @param most times for each client
     */
    record Length(int most, double seconds) {
        static Length of(double seconds) {
            return new Length(Integer.MAX_VALUE, seconds);
        }
    }

    private static final double PATIENCE = 1.5;

    private final List<Double> milliseconds = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private double seconds;

    /**
     * Several ways in turn, so that whatever else the machine does meets all of them. The first round is thrown away. What
     * takes far longer each time than a round is long gets fewer rounds.
     */
    static <K> Map<K, Load> inTurn(int rounds, int clients, Length length, Map<K, Work> ways) throws Exception {
        Map<K, Load> loads = new LinkedHashMap<>();
        ways.keySet().forEach(way -> loads.put(way, new Load()));
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<K, Work> way : ways.entrySet()) {
                Load load = round == 0 ? new Load() : loads.get(way.getKey());
                if (load.seconds < PATIENCE * rounds * length.seconds) load.round(clients, length, way.getValue());
            }
        }
        return loads;
    }

    /** One round of one way. */
    static Load once(int clients, Length length, Work work) throws Exception {
        Load load = new Load();
        load.round(clients, length, work);
        return load;
    }

    private void round(int clients, Length length, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            List<Future<List<Double>>> done = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                done.add(pool.submit(() -> client(begin, length, client, work)));
            }
            int all = 0;
            for (Future<List<Double>> each : done) {
                milliseconds.addAll(each.get());
                all += each.get().size();
            }
            double taken = seconds(begin);
            seconds += taken;
            rates.add(all / taken);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Double> client(long begin, Length length, int client, Work work) throws Exception {
        List<Double> each = new ArrayList<>();
        while (each.size() < length.most && seconds(begin) < length.seconds) {
            long start = System.nanoTime();
            work.run(client);
            each.add(seconds(start) * 1000);
        }
        return each;
    }

    /** Since an instant of {@link System#nanoTime()}. */
    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** In milliseconds. */
    double p50() {
        return Measure.median(milliseconds);
    }

    /** In milliseconds. */
    double p99() {
        return Measure.percentile(milliseconds, 99);
    }

    /** Of all clients together: the median of the rounds. */
    double perSecond() {
        return Measure.median(rates);
    }
}
