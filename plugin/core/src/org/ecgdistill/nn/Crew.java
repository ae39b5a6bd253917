package org.ecgdistill.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgdistill.common.Progress;

/** Runs several jobs in parallel, one thread each. If a job fails or is cancelled, all others are stopped first. */
public final class Crew {

    /** Threads stay alive for a while after their work: each holds memory of PyTorch that the next job can reuse. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "ECG Distill");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A part of the work.
     *
     * @param name for the progress messages; may be blank
     */
    public record Job<T>(String name, Work<T> work) {}

    /** The work itself, reporting from 0 to 1. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress);
    }

    private Crew() {}

    /**
     * The results in the jobs' order.
     *
     * @param threads how many jobs run at once; with one they run in the calling thread
     * @throws CancellationException soon after the progress has thrown it
     */
    public static <T> List<T> run(List<Job<T>> jobs, int threads, Progress progress) {
        var shared = new SharedProgress(progress, jobs.size());
        if (threads <= 1 || jobs.size() <= 1) {
            var results = new ArrayList<T>();
            for (var i = 0; i < jobs.size(); i++) {
                results.add(jobs.get(i).work().run(shared.of(i, jobs.get(i).name())));
            }
            return results;
        }
        var results = new ArrayList<T>(Collections.nCopies(jobs.size(), null));
        var next = new AtomicInteger();
        var failure = new AtomicReference<Throwable>();
        var crew = Math.min(threads, jobs.size());
        var working = new CountDownLatch(crew);
        for (var i = 0; i < crew; i++) {
            THREADS.execute(() -> {
                try {
                    for (var job = next.getAndIncrement();
                            job < jobs.size() && failure.get() == null;
                            job = next.getAndIncrement()) {
                        var task = jobs.get(job);
                        results.set(job, task.work().run(shared.of(job, task.name())));
                    }
                } catch (RuntimeException | Error ex) {
                    failure.compareAndSet(null, ex);
                    shared.cancel();
                } finally {
                    working.countDown();
                }
            });
        }
        if (await(working, shared)) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        if (failure.get() instanceof RuntimeException ex) {
            throw ex;
        }
        if (failure.get() != null) {
            throw new NetworkException("The work failed: " + failure.get() + ".", failure.get());
        }
        return results;
    }

    /** Waits until all threads have finished, and returns whether the waiting thread was interrupted. */
    private static boolean await(CountDownLatch working, SharedProgress shared) {
        var interrupted = false;
        while (true) {
            try {
                working.await();
                return interrupted;
            } catch (InterruptedException ex) {
                shared.cancel();
                interrupted = true;
            }
        }
    }
}
