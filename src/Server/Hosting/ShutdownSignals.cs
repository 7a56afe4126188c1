using System.Runtime.InteropServices;

namespace ClickUpMcp.Hosting;

/// <summary>Turns the signals that ask a process to end into a call.</summary>
internal sealed class ShutdownSignals : IDisposable
{
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _interrupt;

    /// <param name="requested">Runs on a thread of the runtime; the default action, an end by signal, does not happen.</param>
    public ShutdownSignals(Action requested)
    {
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);

        void Handle(PosixSignalContext context)
        {
            context.Cancel = true;
            requested();
        }
    }

    public void Dispose()
    {
        _terminate.Dispose();
        _interrupt.Dispose();
    }
}
