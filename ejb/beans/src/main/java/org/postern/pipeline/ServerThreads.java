package org.postern.pipeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Produces;
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
}
