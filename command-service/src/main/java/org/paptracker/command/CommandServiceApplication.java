package org.paptracker.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes commands, judges them, and records what happened. */
@SpringBootApplication(scanBasePackages = {"org.paptracker.platform", "org.paptracker.command"})
public class CommandServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CommandServiceApplication.class, arguments);
    }
}
