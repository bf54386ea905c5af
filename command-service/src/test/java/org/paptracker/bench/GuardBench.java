package org.paptracker.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.paptracker.command.platform.guard.PersonalData;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long the guard takes over the texts of the shipped data set, and over one of 20,000 characters. {@code ./bench guard}. */
public final class GuardBench {
    private static final int ROUNDS = 200;
    private static final int LONG = 20_000;

    private GuardBench() {}

    public static void main(String[] args) throws IOException {
        List<List<String>> requests = requests();
        List<String> texts = requests.stream().flatMap(List::stream).toList();
        String all = String.join(" ", texts);
        System.out.printf(
                Locale.ROOT,
                "%d texts of %d characters in the median, in %d requests%n",
                texts.size(),
                lengths(texts),
                requests.size());
        System.out.printf(Locale.ROOT, "a text: %.0f us%n", median(texts) / texts.size());
        System.out.printf(Locale.ROOT, "a request, all its texts: %.0f us%n", median(texts) / requests.size());
        System.out.printf(
                Locale.ROOT,
                "a text of %,d characters: %.1f ms%n",
                LONG,
                median(List.of(all.substring(0, LONG))) / 1_000);
    }

    private static int lengths(List<String> texts) {
        return texts.stream().map(String::length).sorted().toList().get(texts.size() / 2);
    }

    /** Of a round over all texts, in microseconds, warmed up. */
    private static double median(List<String> texts) {
        List<Long> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            for (String text : texts) PersonalData.in(text);
            rounds.add(System.nanoTime() - from);
        }
        List<Long> warm = new ArrayList<>(rounds.subList(ROUNDS / 4, ROUNDS));
        Collections.sort(warm);
        return warm.get(warm.size() / 2) / 1_000.0;
    }

    private static List<List<String>> requests() throws IOException {
        List<List<String>> requests = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:dataset/oxfordshire/*.jsonl")) {
            for (String line :
                    file.getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
                JsonNode request = JsonMapper.shared().readTree(line);
                List<String> texts = new ArrayList<>();
                texts.add(request.path("source").asString(""));
                gather(request.path("body"), texts);
                requests.add(texts);
            }
        }
        return requests;
    }

    /** Whatever has a space in it is no code. */
    private static void gather(JsonNode node, List<String> texts) {
        if (node.isString() && node.asString().contains(" ")) texts.add(node.asString());
        for (JsonNode child : node) gather(child, texts);
    }
}
