package org.postern.store;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Has what was committed written. Stands around the transaction, hence its priority. */
@Durable
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class DurableCommit {
    @Inject
    private Checkpoint checkpoint;

    @AroundInvoke
    Object writeAfterCommit(InvocationContext call) throws Exception {
        Object result = call.proceed();
        checkpoint.writeCommitted();
        return result;
    }
}
