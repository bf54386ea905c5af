package org.paptracker.platform.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.paptracker.log.CommitKeys;
import org.paptracker.log.CommitProof;
import org.paptracker.log.Eraser;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.LogReader;
import org.paptracker.log.MongoEventLog;
import org.paptracker.people.People;
import org.paptracker.values.London;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the log and the views live: the same driver and the same code for MongoDB and for the embedded store. */
@Configuration
class StoreConfig {
    /** All dates of the domain are days in this zone. */
    @Bean
    Clock clock() {
        return Clock.system(London.ZONE);
    }

    /**
     * A store that is away, or takes what it is sent and never answers, must become a 503 within seconds and not a thread
     * that hangs. Nothing else says how long anybody waits for the store. ADR 20.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer impatience() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                // So often a silent store is noticed, and then nobody goes on waiting for it.
                .applyToServerSettings(server -> server.heartbeatFrequency(5, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
        String named = new ConnectionString(uri).getDatabase();
        return client.getDatabase(named == null ? "paptracker" : named);
    }

    /** On MongoDB the log may lie in a database that its readers can't write to, apart from what they make of it. */
    @Bean
    LogDatabase logDatabase(MongoClient client, MongoDatabase own, @Value("${pap.log-database}") String name) {
        return new LogDatabase(name.isEmpty() ? own : client.getDatabase(name));
    }

    /** Who may have decided what lies in the log. ADR 26. */
    @Bean
    CommitProof commitProof(
            LogDatabase log,
            @Value("${pap.commit-signing-key}") String signingKey,
            @Value("${pap.commit-keys}") String keys,
            @Value("${pap.unsigned-up-to}") String unsignedUpTo,
            @Value("${pap.data}") Path data,
            @Value("${pap.mongodb-uri}") String uri,
            @Value("${pap.writes-log:false}") boolean writes) {
        CommitKeys all = new CommitKeys(signingKey, keys, unsignedUpTo, data, !uri.isEmpty());
        return writes ? all.signing(log.database()) : all.reading();
    }

    /** The command-service writes the log; the query-service only reads it. ADR 2. */
    @Bean
    MongoEventLog eventLog(
            LogDatabase log,
            @Qualifier("eventSerializer") Serializer serializer,
            Clock clock,
            CommitProof proof,
            @Value("${pap.writes-log:false}") boolean writes) {
        MongoEventLog.Builder builder = MongoEventLog.builder()
                .database(log.database())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .clock(clock)
                .storeTime(() -> storeTime(log.database()))
                .proof(proof);
        return writes ? builder.build() : builder.readOnly().build();
    }

    private static Instant storeTime(MongoDatabase database) {
        return database.runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }

    @Bean
    LogReader logReader(LogDatabase log, CommitProof proof) {
        return new LogReader(log.database(), proof);
    }

    /** The command-service writes it; the query-service only reads it. */
    @Bean
    People people(LogDatabase log, @Value("${pap.writes-log:false}") boolean writes) {
        return writes ? People.writing(log.database()) : new People(log.database());
    }

    @Bean
    @ConditionalOnProperty("pap.writes-log")
    Eraser eraser(LogDatabase log, CommitProof proof) {
        return new Eraser(log.database(), proof);
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    /** Without a MongoDB of its own this is one person's machine: nobody else need reach it. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackOnly(@Value("${pap.mongodb-uri}") String uri) {
        return server -> {
            if (uri.isEmpty()) server.setAddress(InetAddress.getLoopbackAddress());
        };
    }
}
