package org.postern.broker;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;

/** The broker without XA, for beans that get it by their constructors. */
@Singleton
class LocalBroker {
    @Produces
    @Resource(lookup = "java:/JmsLocal")
    ConnectionFactory broker;
}
