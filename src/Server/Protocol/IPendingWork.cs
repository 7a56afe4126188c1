namespace ClickUpMcp.Protocol;

/// <summary>What is left to do for a message that takes time; its adapter decides where it runs.</summary>
internal interface IPendingWork : IThreadPoolWorkItem
{
    /// <summary>A random id by which the audit and the client name the same call; several of a batch, with commas.</summary>
    string RequestId { get; }

    /// <summary>Serves it to the end and sends the reply, unless the client wants none any more; never throws.</summary>
    Task RunAsync();
}
