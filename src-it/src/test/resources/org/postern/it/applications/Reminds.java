import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.transaction.TransactionManager;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;

/**
 * Reminds somebody and notes in a database of its own that it has, all in one transaction: the first is rolled back, the second fails when all the others are prepared, the third is
 * committed. Prints what it has noted when it is asked.
 */
@DataSourceDefinition(name = "java:app/jdbc/reminders", className = "org.h2.jdbcx.JdbcDataSource", user = "sa", password = "", url = "jdbc:h2:mem:reminders;DB_CLOSE_DELAY=-1;INIT=CREATE TABLE IF NOT EXISTS reminded(number BIGINT)")
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = "reminders")})
public class Reminds implements MessageListener {
    @EJB
    private Reminder reminder;
    @Resource(lookup = "java:app/jdbc/reminders")
    private DataSource database;
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;
    @Resource
    private MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            if (message.getStringProperty("postern_recipient").startsWith("noted@")) {
                ResultSet noted = statement.executeQuery("SELECT LISTAGG(number, ' ') FROM reminded");
                noted.next();
                System.out.println("Noted: " + noted.getString(1) + ".");
                return;
            }
            int number = message.getIntProperty("JMSXDeliveryCount");
            statement.executeUpdate("INSERT INTO reminded VALUES (" + number + ")");
            reminder.send("customer@example.org", number);
            if (number == 1) {
                context.setRollbackOnly();
            } else if (number == 2) {
                transactions.getTransaction().enlistResource(veto());
            }
        } catch (Exception e) {
            throw new EJBException(e);
        }
    }

    private static XAResource veto() {
        return (XAResource) Proxy.newProxyInstance(Reminds.class.getClassLoader(), new Class<?>[]{XAResource.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "prepare" -> {
                        System.out.println("The last one votes against it.");
                        throw new XAException(XAException.XA_RBROLLBACK);
                    }
                    case "isSameRM", "setTransactionTimeout" -> false;
                    case "getTransactionTimeout" -> 0;
                    case "equals" -> proxy == given[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "veto";
                    default -> null;
                });
    }
}
