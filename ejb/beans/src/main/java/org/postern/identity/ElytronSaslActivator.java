package org.postern.identity;

import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;
import org.wildfly.security.auth.server.MechanismAuthenticationFactory;

import java.util.Optional;
import java.util.function.Supplier;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import javax.security.sasl.SaslServerFactory;

/**
 * Has the server hand over its SASL authentication factory {@code postern-mail} when this application is deployed. The dependency is
 * declared: without such a factory the deployment fails and says what is missing.
 */
public final class ElytronSaslActivator implements ServiceActivator {
    private static final ServiceName FACTORY = ServiceName
            .parse("org.wildfly.security.sasl-authentication-factory.postern-mail");

    @Override
    public void activate(ServiceActivatorContext context) {
        ServiceBuilder<?> builder = context.getServiceTarget().addService();
        Supplier<MechanismAuthenticationFactory<SaslServer, SaslServerFactory, SaslException>> factory = builder
                .requires(FACTORY);
        builder.setInstance(new Handover(factory));
        builder.install();
    }

    private record Handover(
            Supplier<MechanismAuthenticationFactory<SaslServer, SaslServerFactory, SaslException>> factory)
            implements
                Service {
        @Override
        public void start(StartContext context) {
            ElytronSasl.became(Optional.of(ElytronSasl.of(factory.get())));
        }

        @Override
        public void stop(StopContext context) {
            ElytronSasl.became(Optional.empty());
        }
    }
}
