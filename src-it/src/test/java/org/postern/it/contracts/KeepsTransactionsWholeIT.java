package org.postern.it.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An application beside the gateway sends mail with all else that its transaction does, or not at all, whatever happens to either of them. */
@ExtendWith(ArquillianExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
class KeepsTransactionsWholeIT {
    private static final int PATIENCE = 20_000;
    private static final long LOOK = 50_000_000;

    @Resource(lookup = "java:/mail/postern")
    private Session session;
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory broker;
    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    /** What is deployed with the tests that run in the server. */
    @Deployment(name = "within", order = 1)
    public static WebArchive within() {
        return ShrinkWrap.create(WebArchive.class, "contracts.war")
                .addClasses(Hesitates.class, Letters.class, Vetoes.class)
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: deployment.postern.ear\n"));
    }

    /** An application that comes and goes. */
    @Deployment(name = "works", order = 2, managed = false, testable = false)
    public static JavaArchive works() {
        return ShrinkWrap.create(JavaArchive.class, "works.jar").addClasses(Works.class, Letters.class);
    }

    /** {@return the subjects of all that has come until this one did, which was sent last} */
    private List<String> until(String last) throws JMSException, MessagingException {
        List<String> subjects = new ArrayList<>();
        try (JMSContext jms = broker.createContext()) {
            var consumer = jms.createConsumer(jms.createQueue("contracts.kept"));
            while (!subjects.contains(last)) {
                BytesMessage message = (BytesMessage) consumer.receive(PATIENCE);
                assertTrue(message != null, () -> last + " is not among " + subjects);
                subjects.add(new MimeMessage(session, new ByteArrayInputStream(message.getBody(byte[].class)))
                        .getSubject());
            }
        }
        return subjects;
    }

    @Test
    @OperateOnDeployment("within")
    void whatIsCommittedIsSent() throws Exception {
        transaction.begin();
        Letters.send(session, "committed");
        transaction.commit();
        assertEquals(List.of("committed"), until("committed"));
    }

    @Test
    @OperateOnDeployment("within")
    void whatIsRolledBackIsNot() throws Exception {
        transaction.begin();
        Letters.send(session, "rolled back");
        transaction.rollback();
        Letters.send(session, "after a rollback");
        assertEquals(List.of("after a rollback"), until("after a rollback"));
    }

    @Test
    @OperateOnDeployment("within")
    void whatTakesLongerThanItsTransactionMayIsNotSent() throws Exception {
        transaction.setTransactionTimeout(1);
        try {
            transaction.begin();
            Letters.send(session, "too late");
            long end = System.nanoTime() + PATIENCE * 1_000_000L;
            while (transaction.getStatus() == Status.STATUS_ACTIVE && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK);
            }
            assertThrows(RollbackException.class, transaction::commit);
        } finally {
            transaction.setTransactionTimeout(0);
        }
        Letters.send(session, "after a timeout");
        assertEquals(List.of("after a timeout"), until("after a timeout"));
    }

    @Test
    @OperateOnDeployment("within")
    void nothingIsSentWhereAnotherResourceVotesAgainstIt() throws Exception {
        transaction.begin();
        Letters.send(session, "voted down");
        Vetoes veto = new Vetoes();
        transactions.getTransaction().enlistResource(veto);
        assertThrows(RollbackException.class, transaction::commit);
        assertTrue(veto.wasAsked());
        Letters.send(session, "after a veto");
        assertEquals(List.of("after a veto"), until("after a veto"));
    }

    @Test
    @OperateOnDeployment("within")
    void aBeanThatRollsBackSendsNothingUntilItGetsTheMailAgain() throws Exception {
        Letters.send(session, "to be taken twice", "again.example");
        assertEquals(List.of("delivery 2"), until("delivery 2"));
    }

    @Test
    @RunAsClient
    @OperateOnDeployment("works")
    void anApplicationThatIsUndeployedInTheMiddleDoesEachOnce(@ArquillianResource Deployer deployer) {
        deployer.deploy("works");
        Surroundings.handIn(1, 20);
        Surroundings.awaitDone(3);
        deployer.undeploy("works");
        Surroundings.handIn(21, 40);
        deployer.deploy("works");
        Surroundings.handIn(41, 60);
        Surroundings.awaitDone(60);
        eachOnce(60);
        Surroundings.suspend();
        Surroundings.resume();
        Surroundings.handIn(61, 70);
        Surroundings.suspend();
        Surroundings.resume();
        Surroundings.awaitDone(70);
        eachOnce(70);
        deployer.undeploy("works");
    }

    private static void eachOnce(int count) {
        List<String> done = Surroundings.done();
        assertEquals(count, done.size());
        assertEquals(count, new HashSet<>(done).size());
    }
}
