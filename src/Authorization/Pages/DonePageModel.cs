namespace ClickUpMcp.Authorization.Pages;

/// <summary>Tells a user that something is done and that the window may be closed.</summary>
/// <param name="What">What is done, in a few words.</param>
/// <param name="Next">Where to go on, as a sentence.</param>
public sealed record DonePageModel(string What, string Next);
