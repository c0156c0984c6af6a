package org.postern.examples.tickets;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jms.annotation.EnableJms;

/** The program: listens until it is ended. */
@SpringBootApplication
@EnableJms
public class Tickets {
    public static void main(String[] arguments) {
        SpringApplication.run(Tickets.class, arguments);
    }
}
