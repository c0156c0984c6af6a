package org.postern.examples.papers;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The program: runs its routes until it is ended. */
public final class Papers {
    private Papers() {}

    public static void main(String[] arguments) throws Exception {
        Main main = new Main(PaperRoutes.class);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport started) {
                started.getCamelContext().addComponent("jms", queues(started.getCamelContext()));
            }
        });
        main.run(arguments);
    }

    /** What is taken from a queue is taken when its route has come to its end, and else comes again. */
    private static JmsComponent queues(CamelContext context) {
        CachingConnectionFactory broker = new CachingConnectionFactory(
                new ActiveMQConnectionFactory(context.resolvePropertyPlaceholders("{{postern.url}}"),
                        context.resolvePropertyPlaceholders("{{postern.account}}"), System.getenv("POSTERN_PASSWORD")));
        broker.setCacheConsumers(false);
        JmsComponent queues = JmsComponent.jmsComponentAutoAcknowledge(broker);
        queues.setTransacted(true);
        queues.setLazyCreateTransactionManager(false);
        return queues;
    }
}
