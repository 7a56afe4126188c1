#:project Build/Build.csproj
#:property PublishAot=false

return await ClickUpMcp.Build.Verbs.RunAsync(args);
