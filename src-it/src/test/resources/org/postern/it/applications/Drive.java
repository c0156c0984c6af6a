import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.postern.client.DeliveredMail;
import org.postern.client.MailContent;
import org.postern.client.Submission;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Sends by Dispatch, then a file, then what the gateway refuses; prints what WhatBecameOfIt makes of that, and what a second reading of much comes to. */
public class Drive {
    public static void main(String[] arguments) throws JMSException {
        String url = "tcp://" + arguments[0] + "?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext jms = factory.createContext(arguments[1], System.getenv("POSTERN_PASSWORD"))) {
            Queue answers = jms.createTemporaryQueue();
            new Dispatch().tell(jms, answers, "customer@example.org", 7);
            send(jms, Submission.from("orders@app.example").to("much@papers.example").content(MailContent.of(Path.of(arguments[2]))).build());
            send(jms, Submission.from("orders@app.example").to("much@twice.example").content(MailContent.of(Path.of(arguments[2]))).build());
            send(jms, Submission.from("orders@app.example").to("customer@example.org").correlation("order-8").replyTo(answers)
                    .content(MailContent.of("a\nb".getBytes(StandardCharsets.US_ASCII))).build());
            String said = "";
            JMSConsumer told = jms.createConsumer(answers);
            while (!said.startsWith("order-8")) {
                said = new WhatBecameOfIt().read(told.receive(20_000));
            }
            System.out.println("= " + said);
            DeliveredMail mail = DeliveredMail.of(jms.createConsumer(jms.createQueue("twice")).receive(20_000));
            System.out.println("= " + (mail.octets().length == mail.size()) + " " + secondReading(mail));
        }
    }

    private static String secondReading(DeliveredMail mail) {
        try {
            return "again " + (mail.octets().length == mail.size());
        } catch (JMSException | RuntimeException | Error e) {
            return "once: " + e;
        }
    }

    private static void send(JMSContext jms, Submission submission) {
        jms.createProducer().send(jms.createQueue(Submission.QUEUE), submission.message(jms));
    }
}
