package org.postern.it.contracts;

import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;

/** Has Arquillian find a gateway that runs, before it reads where that is. */
public final class GatewayExtension implements LoadableExtension {
    /** Before all others, and after them. */
    private static final int FIRST = 1000;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Begins.class);
    }

    /** Begins and ends with the tests that are deployed. */
    public static final class Begins {
        public void begin(@Observes(precedence = FIRST) ManagerStarted event) {
            System.setProperty("postern.contracts.management", Integer.toString(Surroundings.begin()));
        }

        public void end(@Observes(precedence = -FIRST) ManagerStopping event) {
            Surroundings.end();
        }
    }
}
