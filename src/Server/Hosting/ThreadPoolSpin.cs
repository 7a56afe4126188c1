namespace ClickUpMcp.Hosting;

/// <summary>Lets idle threads of the pool spin before they sleep, as the framework does where nothing else is set.</summary>
/// <remarks>
/// With one client over stdio, where a call waits for ClickUp most of its time, that is a third of a call's processor time and makes none quicker. A server for
/// many is quicker with it: docs/decisions/0066-idle-threads-sleep.md.
/// </remarks>
internal static class ThreadPoolSpin
{
    private const string Setting = "System.Threading.ThreadPool.UnfairSemaphoreSpinLimit";
    private const int Usual = 70;

    /// <summary>To be called before the pool has threads, which read the setting once.</summary>
    public static void Allow() => AppContext.SetData(Setting, Usual);
}
