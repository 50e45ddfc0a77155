using '../../infra/main.bicep'

// What the tests look at besides the template itself: the same with everything switched on.
param environmentName = 'tests'
param siteBaseUrl = 'https://approvals.studio.example'
param mailbox = 'approvals@studio.example'
param graphMail = true
param smtpHost = 'smtp.studio.example'
param smtpUser = 'approvals'
param vaultSettings = {
  Admin__Key: 'admin-key'
  Mail__Smtp__Password: 'smtp-password'
  Graph__ClientState: 'graph-client-state'
}
param mailReceiver = 'mx.studio.example'
param alertEmails = ['operations@studio.example']
param dataRedundancy = 'Standard_GZRS'
param immutabilityDays = 3650
param hardwareKeys = true
param durableTaskScheduler = true
param privateNetwork = true
param alwaysReadyHttp = 1
param alwaysReadyDurable = 1
