namespace ClickUpMcp.Sandbox.Model;

/// <summary>The kinds of channels.</summary>
internal enum ChannelKind
{
    Channel,
    Dm,
    GroupDm,
}
