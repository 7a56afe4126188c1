namespace ClickUpMcp.Protocol.Recording;

/// <summary>Takes what is to be remembered of each tool call.</summary>
internal interface ICallAudit
{
    void Write(in CallRecord call);
}
