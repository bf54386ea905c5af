package org.paptracker.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Answers what happened and how things stand. Records nothing but its own views. */
@SpringBootApplication(scanBasePackages = {"org.paptracker.platform", "org.paptracker.query"})
@EnableScheduling
public class QueryServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(QueryServiceApplication.class, arguments);
    }
}
