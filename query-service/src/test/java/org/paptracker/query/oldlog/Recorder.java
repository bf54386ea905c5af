package org.paptracker.query.oldlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saves the log of a version that is running, and what that version answers about it. No test runs this: tests read the
 * files. Arguments: address of the query-service, MongoDB connection string, folder. {@code PAP_LOCAL_PASSWORD} is the
 * password of the local users.
 */
final class Recorder {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private Recorder(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        List<Document> commits;
        try (MongoClient store = MongoClients.create(arguments[1])) {
            commits = store.getDatabase("paptracker")
                    .getCollection("events")
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .into(new ArrayList<>());
        }
        Lines.write(
                folder.resolve("events.ndjson.gz"),
                commits.stream().map(commit -> commit.toJson(CANONICAL)).toList());
        Recorder recorder = new Recorder(arguments[0]);
        List<Asked> answers = recorder.all(commits);
        Files.writeString(
                folder.resolve("checkpoint.txt"),
                recorder.ask("reviewer", "/audit/checkpoint", null).body());
        Asked.write(folder.resolve("answers.ndjson.gz"), answers);
        System.out.printf("%d commits, %d answers%n", commits.size(), answers.size());
    }

    private List<Asked> all(List<Document> commits) {
        List<String> instants = List.of(0.5, 0.8, 0.9).stream()
                .map(part -> commits.get((int) (part * commits.size())))
                .map(commit -> commit.getDate("recordedAt").toInstant().toString())
                .toList();
        Document last = commits.get(commits.size() - 1);
        String today = last.getDate("recordedAt").toInstant().toString().substring(0, 10);
        long size = last.getLong("_id") + last.getInteger("size") - 1;
        Questions questions =
                new Questions(path -> JSON.readTree(ask("reviewer", path, null).body()), today, instants, size);
        List<Asked> answers = new ArrayList<>();
        for (String user : List.of("reviewer", "lead-t1", "nobody")) {
            for (String path : questions.of(user)) {
                answers.add(ask(user, path, null));
                if (path.contains("/audit?limit=") && !user.equals("lead-t1")) answers.add(ask(user, path, "text/csv"));
            }
        }
        return answers;
    }

    private Asked ask(String user, String path, @Nullable String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
        if (!user.equals("nobody")) request.header("Authorization", basic(user));
        if (accept != null) request.header("Accept", accept);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String etag = answer.headers().firstValue("ETag").orElse("");
            return new Asked(user, path, accept, answer.statusCode(), etag, answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String basic(String user) {
        String credentials = user + ":" + System.getenv("PAP_LOCAL_PASSWORD");
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
