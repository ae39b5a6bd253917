package org.ecgdistill.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.signal.Progress;

/** Does several jobs side by side, one thread each, and leaves none behind when one fails or is cancelled. */
public final class Crew {

    /**
     * A part of the work.
     *
     * @param name for the progress messages; blank for none
     */
    public record Job<T>(String name, Work<T> work) {}

    /** What is done, reporting from 0 to 1. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress);
    }

    /**
     * The results in the jobs' order.
     *
     * @param threads how many jobs run at once; with one they run in the calling thread
     * @throws CancellationException soon after the progress has thrown it
     */
    public static <T> List<T> run(final List<Job<T>> jobs, final int threads, final Progress progress) {
        var shared = new SharedProgress(progress, jobs.size());
        if (threads <= 1 || jobs.size() <= 1) {
            var results = new ArrayList<T>();
            for (var i = 0; i < jobs.size(); i++) {
                results.add(jobs.get(i).work().run(shared.of(i, jobs.get(i).name())));
            }
            return results;
        }
        var pool = Executors.newFixedThreadPool(Math.min(threads, jobs.size()), work -> {
            var thread = new Thread(work, "ECG Distill");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < jobs.size(); i++) {
                var job = jobs.get(i);
                var own = shared.of(i, job.name());
                running.add(pool.submit(() -> job.work().run(own)));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException ex) {
            shared.cancel();
            if (ex.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new NetworkException("The work failed: " + ex.getCause() + ".", ex.getCause());
        } catch (InterruptedException ex) {
            shared.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            finish(pool);
        }
    }

    private static void finish(final ExecutorService pool) {
        pool.shutdownNow();
        var interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException ex) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Crew() {}
}
