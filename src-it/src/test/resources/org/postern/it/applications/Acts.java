import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.MessagingException;

/** Sends what is about number 1 and rolls that back; when the message comes again, sends what is about number 2 and lets it be. */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = "acts")})
public class Acts implements MessageListener {
    @EJB
    private Confirmation confirmation;
    @EJB
    private Invoice invoice;
    @Resource
    private MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try {
            long number = message.getJMSRedelivered() ? 2 : 1;
            if (message.getStringProperty("postern_recipient").startsWith("confirm@")) {
                confirmation.send("customer@example.org", number);
            } else {
                invoice.send("customer@example.org", number);
            }
            if (number == 1) {
                context.setRollbackOnly();
            }
        } catch (JMSException | MessagingException e) {
            throw new EJBException(e);
        }
    }
}
