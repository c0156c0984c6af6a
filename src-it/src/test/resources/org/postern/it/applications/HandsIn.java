import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.UserTransaction;
import org.postern.client.Submission;
import org.postern.client.connector.MailConnection;
import org.postern.client.connector.MailConnectionFactory;

import java.lang.management.ManagementFactory;

/**
 * Hands in so many as a message asks for, in the way that it asks for ({@code postern_recipient} is {@code WAY-NUMBER@...}), and prints how long that took and how much
 * processor time its own thread: {@code bare}, over one session without a transaction; {@code alone}, by Jakarta Mail without one; {@code xa}, {@code mail} and {@code connector}, each in a transaction of its own.
 */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = "costs"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")})
@TransactionManagement(TransactionManagementType.BEAN)
public class HandsIn implements MessageListener {
    private static final String TEXT = "It is due in two weeks.\r\n".repeat(40);

    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory plain;
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory pooled;
    @Resource(lookup = "java:/mail/postern")
    private jakarta.mail.Session mail;
    @Resource(lookup = MailConnectionFactory.NAME)
    private MailConnectionFactory gateway;
    @Resource
    private UserTransaction transaction;

    private interface One {
        void handIn(int number) throws Exception;
    }

    @Override
    public void onMessage(Message message) {
        try {
            String[] asked = message.getStringProperty("postern_recipient").split("[-@]");
            int count = Integer.parseInt(asked[1]);
            long begun = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            switch (asked[0]) {
                case "bare" -> bare(count);
                case "alone" -> alone(count);
                case "xa" -> each(count, this::xa);
                case "mail" -> each(count, this::mail);
                case "connector" -> each(count, this::connector);
                default -> throw new IllegalArgumentException(asked[0]);
            }
            System.out.println("Handed in " + asked[0] + " " + count + " " + (System.nanoTime() - begun) + " "
                    + (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) + ".");
        } catch (Exception e) {
            throw new EJBException(e);
        }
    }

    private void bare(int count) throws Exception {
        try (Connection connection = plain.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(Submission.QUEUE))) {
            for (int i = 0; i < count; i++) {
                producer.send(submission(i).message(session));
            }
        }
    }

    private void alone(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            mail(i);
        }
    }

    private void each(int count, One one) throws Exception {
        for (int i = 0; i < count; i++) {
            transaction.begin();
            one.handIn(i);
            transaction.commit();
        }
    }

    private static Submission submission(int number) {
        return Submission.from("invoices@app.example").to("customer@example.org").content(
                "From: invoices@app.example\r\nTo: customer@example.org\r\nSubject: Invoice " + number + "\r\n\r\n" + TEXT).build();
    }

    private void xa(int number) {
        try (JMSContext jms = pooled.createContext()) {
            jms.createProducer().send(jms.createQueue(Submission.QUEUE), submission(number).message(jms));
        }
    }

    private void mail(int number) throws Exception {
        MimeMessage message = new MimeMessage(mail);
        message.setFrom("invoices@app.example");
        message.setRecipients(RecipientType.TO, "customer@example.org");
        message.setSubject("Invoice " + number);
        message.setText(TEXT, "utf-8");
        Transport.send(message);
    }

    private void connector(int number) throws Exception {
        try (MailConnection connection = gateway.getConnection()) {
            connection.submit(submission(number));
        }
    }
}
