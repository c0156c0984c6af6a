package org.postern.pipeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** The threads of the server, for beans that get them by their constructors. */
@Singleton
class ServerThreads {
    @Produces
    @Resource
    ManagedExecutorService executor;

    @Produces
    @Resource
    ManagedThreadFactory threads;

    /** Of its own type alone, so that nobody gets it who asks for the executor above. */
    @Produces
    @Typed(ManagedScheduledExecutorService.class)
    @Resource
    ManagedScheduledExecutorService scheduler;
}
