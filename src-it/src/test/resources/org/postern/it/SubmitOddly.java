import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueConnection;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Hands mail in as an application may that does not keep to what the documentation shows: SERVER ACCOUNT FROM TO SUBJECT OCTETS COPIES,
 * then any of {@code nameless} (without JMSMessageID), {@code lf} (a bare LF at the end), {@code headed} (with all that JMS lets a sender set) and {@code forged} (with
 * what the gateway alone says).
 */
class SubmitOddly {
    private static final String URL = "tcp://%s?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true";

    private static final String[] FORGED = {"postern_clientAddress", "postern_clientName", "postern_helo", "postern_tls", "postern_user",
            "postern_listener", "postern_verdict", "postern_spf", "postern_dkim", "postern_dmarc", "postern_arc", "postern_assessment"};

    public static void main(String[] arguments) throws JMSException {
        String words = String.join(" ", arguments);
        long octets = Long.parseLong(arguments[5]);
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(URL.formatted(arguments[0]));
                QueueConnection connection = factory.createQueueConnection(arguments[1],
                        System.getenv("POSTERN_PASSWORD"));
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue("postern.submit"))) {
            producer.setDisableMessageID(words.contains(" nameless"));
            for (int copy = 0; copy < Integer.parseInt(arguments[6]); copy++) {
                BytesMessage message = session.createBytesMessage();
                message.setStringProperty("postern_reversePath", arguments[2]);
                message.setStringProperty("postern_recipient", arguments[3]);
                if (words.contains(" headed")) {
                    producer.setPriority(7);
                    head(message, session);
                }
                if (words.contains(" forged")) {
                    for (String word : FORGED) {
                        message.setStringProperty(word, "forged");
                    }
                }
                message.setObjectProperty("JMS_AMQ_InputStream",
                        new Body("Subject: " + arguments[4] + " " + copy + ".\r\n\r\n", octets, words.contains(" lf")));
                producer.send(message);
            }
            session.commit();
        }
    }

    private static void head(BytesMessage message, Session session) throws JMSException {
        message.setJMSCorrelationID("order 4711");
        message.setJMSType("invoice");
        message.setJMSReplyTo(session.createQueue("answers"));
        message.setStringProperty("JMSXGroupID", "customer 7");
        message.setIntProperty("JMSXGroupSeq", 3);
        message.setStringProperty("text", "of the sender");
        message.setLongProperty("number", 1L << 40);
        message.setBooleanProperty("yes", true);
        message.setDoubleProperty("share", 0.25);
    }

    /** Lines of seventy letters behind a beginning. */
    private static final class Body extends InputStream {
        private static final byte[] LINE = ("x".repeat(70) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        private final byte[] beginning;
        private final byte[] end;
        private final long size;
        private long position;

        Body(String beginning, long octets, boolean bareLf) {
            this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
            this.end = (bareLf ? "bare\nend\r\n" : "end\r\n").getBytes(StandardCharsets.US_ASCII);
            long lines = Math.max(0, octets - this.beginning.length - end.length) / LINE.length;
            this.size = this.beginning.length + lines * LINE.length + end.length;
        }

        @Override
        public int read() {
            if (position >= size) {
                return -1;
            }
            long at = position++;
            if (at < beginning.length) {
                return beginning[(int) at];
            }
            long behind = size - at;
            return behind <= end.length
                    ? end[(int) (end.length - behind)]
                    : LINE[(int) ((at - beginning.length) % LINE.length)];
        }
    }
}
