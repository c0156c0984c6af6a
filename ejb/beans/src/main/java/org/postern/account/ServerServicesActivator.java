package org.postern.account;

import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;

/** Has the server hand over where its services are found when this application is deployed. */
public final class ServerServicesActivator implements ServiceActivator {
    @Override
    public void activate(ServiceActivatorContext context) {
        OwnBroker.services(context.getServiceRegistry());
    }
}
